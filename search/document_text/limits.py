"""How much of a file is read. Some 300 pages of a plan have as many characters as are kept."""

MAX_CHARACTERS = 200_000
MAX_FILE_BYTES = 100 * 1024 * 1024
# What the parts of an archive may unpack to, together; pictures are never unpacked.
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_ARCHIVE_PARTS = 10_000
# Of the process that reads: its addresses, of which Python and the libraries take up to 60 MB, and its processor time.
MAX_MEMORY_BYTES = 160 * 1024 * 1024
MAX_SECONDS = 10
