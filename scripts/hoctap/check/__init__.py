"""The gate: every rule, accepted findings, reports of findings, and what can be mended without judgement."""
