// The bytes of sequences.bin as a part of the program: mapped with it, read where they are looked
// at, and nothing is worked out at the start.
  .section .rodata
  .balign 16
  .globl cwordsequences_begin
  .hidden cwordsequences_begin
cwordsequences_begin:
  .incbin "sequences.bin"
  .section .note.GNU-stack, "", %progbits
