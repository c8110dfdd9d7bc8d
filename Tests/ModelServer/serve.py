#!/usr/bin/env python3
"""Run llama.cpp's own HTTP server on a model, until stdin ends.

Whoever starts it keeps the other end of its stdin: when that process ends, in whatever way, so does the
server. The key that it asks for is in MODEL_SERVER_KEY. On stdout it says one line: its base address.

usage: serve.py MODEL [CONTEXT]
"""

import os
import sys

import xllamacpp


def main():
    parameters = xllamacpp.CommonParams()
    parameters.model.path = sys.argv[1]
    parameters.model_alias = {"coach-tiny"}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.api_keys = [os.environ["MODEL_SERVER_KEY"]]
    # Shared by the requests that are answered side by side.
    parameters.n_parallel = 2
    parameters.n_ctx = int(sys.argv[2]) if len(sys.argv) > 2 else 65536
    parameters.n_predict = 2048
    # One thread: several wait for each other by spinning, which a busy machine makes very slow.
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.use_jinja = True
    parameters.warmup = False
    parameters.ui = False
    server = xllamacpp.Server(parameters)
    print(server.listening_address, flush=True)
    while sys.stdin.buffer.read(4096):
        pass
    # Without a farewell: requests in flight would hold the process.
    os._exit(0)


main()
