"""Prints name, shape and checksum of every tensor that torch.load finds in a file."""

import sys
import zlib

import torch

for mmap in (False, True):
    tensors = torch.load(sys.argv[1], weights_only=True, mmap=mmap)
lines = [
    (name, "x".join(map(str, tensor.shape)), zlib.crc32(bytes(tensor.contiguous().flatten().view(torch.uint8).tolist())))
    for name, tensor in tensors.items()
]
for line in lines:
    print(*line)
