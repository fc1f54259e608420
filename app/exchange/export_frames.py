"""What is agreed upon with a process that reads exports, beside the pieces and the bytes asked for."""

# To the worker: an export, as the names and sizes of its files.
EXPORT = b"X"
# From the worker: which program it is of. Then pieces, and then its end or the name of a refusal.
ORIGIN, END = b"O", b"E"
# Instead of a piece that is larger than one may be.
OVERSIZED = b"L"

LARGEST_LIST = 64 << 20
