#include "CWordSequences.h"

extern const unsigned char cwordsequences_begin[];

const unsigned char *cwordsequences_table(void) { return cwordsequences_begin; }
