// How English words follow each other: a table made by make-table.py, which says what is in it.
#ifndef CWORDSEQUENCES_H
#define CWORDSEQUENCES_H

/// The table: "sequence", the length of a third in cells and the seed of its hashes as little-endian
/// 32-bit numbers, then cells of 12 bits and a byte of padding.
const unsigned char *_Nonnull cwordsequences_table(void);

#endif
