"""Tables that are not our form: found, understood, put into one long list with the place of every figure."""
