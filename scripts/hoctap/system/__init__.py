"""What touches the machine: the clock, processes, the switch of folders."""
