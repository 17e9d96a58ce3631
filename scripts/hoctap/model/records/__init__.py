"""One module for each group of tables; `hoctap.model.record` gathers the classes."""
