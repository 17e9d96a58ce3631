"""Where a file of ours carries unseen what it was made from: a sheet of this name, or properties of a document."""

CARRIER = "_hoctap"
