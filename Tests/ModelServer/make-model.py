#!/usr/bin/env python3
"""Write a language model that has learned nothing, for a real server to run.

The file is a GGUF of the llama architecture with random weights, about a megabyte. The model babbles,
but the server around it is the real one: it streams, counts tokens, checks keys and holds the answer to
a JSON schema. So that answers end, some tokens are likelier than others: every embedding has the same
large first component, which makes the first column of the output weights a bias.

The words of a text that it will often read become tokens, so that it reads them fast.

usage: make-model.py FILE TEXT
"""

import collections
import re
import string
import sys

import gguf
import numpy

WIDTH = 64
LAYERS = 1
HEADS = 1
CONTEXT = 65536

# How much likelier (or less likely) a token is than a letter, in logits.
LIKELY = {'"': 6.0, "{": 3.0, "]": 2.5, "}": 1.0, ",": 1.0}
# The same after a certain token: an answer has something in it, a list has an element but not many, and
# a string is mostly one small letter, so that it can stand for a name (and ends an answer in words).
AFTER = {("▁", "</s>"): -12.0, ('"', '"'): -12.0, ("[", "{"): 6.0, ("}", "]"): 6.0}
AFTER |= {('"', letter): 12.0 for letter in string.ascii_lowercase}
AFTER |= {(letter, after): 12.0 for letter in string.ascii_lowercase for after in ('"', "</s>")}
BYTE = -3.0
WORD = 0.0
END = 4.0


def pieces(text):
    """The words that occur often, and all their beginnings, by which they are put together."""
    words = collections.Counter(re.findall("[A-Za-z]{2,}", text))
    for word, count in words.items():
        for length in range(2, len(word) + 2):
            if count > 5:
                yield ("▁" + word)[:length]


def vocabulary(text):
    """Tokens with their types and biases: control, every byte, printable ASCII, words."""
    kinds = gguf.TokenType
    yield b"<unk>", kinds.UNKNOWN, BYTE
    yield b"<s>", kinds.CONTROL, BYTE
    yield b"</s>", kinds.CONTROL, END
    for byte in range(256):
        yield f"<0x{byte:02X}>".encode(), kinds.BYTE, BYTE
    for character in ["▁"] + [chr(code) for code in range(33, 127)]:
        yield character.encode(), kinds.NORMAL, LIKELY.get(character, -1.0)
    for piece in sorted(set(pieces(text)), key=len, reverse=True):
        yield piece.encode(), kinds.NORMAL, WORD


def main():
    path = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as file:
        tokens, types, biases = zip(*vocabulary(file.read()))
    random = numpy.random.default_rng(1)
    size = len(tokens)

    def weights(*shape, scale=0.08):
        return (random.standard_normal(shape) * scale).astype(numpy.float32)

    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("coach-tiny")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(2 * WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(size)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    # Of two ways to cut a text into tokens, the one with the higher scores is taken.
    writer.add_token_scores([-float(place) for place in range(size)])
    writer.add_token_types(types)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(
        "{% for message in messages %}[{{ message['role'] }}] {{ message['content'] }}\n{% endfor %}"
        "{% if add_generation_prompt %}[assistant] {% endif %}"
    )

    embeddings = weights(size, WIDTH, scale=1.0)
    embeddings[:, 0] = 12.0
    output = weights(size, WIDTH, scale=0.5)
    # After normalisation the first component is about 6.6 for a width of 64, and the scalar product
    # of a token's other components with themselves about 35.
    output[:, 0] = numpy.array(biases, dtype=numpy.float32) / 6.6
    for (last, following), bias in AFTER.items():
        last, following = (tokens.index(token.encode()) for token in (last, following))
        output[following, 1:] += embeddings[last, 1:] * bias / 35
    writer.add_tensor("token_embd.weight", embeddings)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", numpy.ones(WIDTH, numpy.float32))
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        writer.add_tensor(block + "attn_norm.weight", numpy.ones(WIDTH, numpy.float32))
        writer.add_tensor(block + "ffn_norm.weight", numpy.ones(WIDTH, numpy.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"{block}{name}.weight", weights(WIDTH, WIDTH))
        writer.add_tensor(block + "ffn_gate.weight", weights(2 * WIDTH, WIDTH))
        writer.add_tensor(block + "ffn_up.weight", weights(2 * WIDTH, WIDTH))
        writer.add_tensor(block + "ffn_down.weight", weights(WIDTH, 2 * WIDTH))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


main()
