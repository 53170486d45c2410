"""The Python side of train.py: NETWORK MODE BATCH SIDE ITERATIONS WARM_UP [with_cp] prints one line of JSON."""

import functools
import json
import statistics
import sys
import time

import torch
import torchvision
from torch import nn
from torch.utils.checkpoint import checkpoint
from torchvision.models import convnext, resnet, vision_transformer


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(16, 120, 5), nn.Tanh(), nn.Flatten(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10),
    )


def resnet18_cifar():
    network = torchvision.models.resnet18(num_classes=10)
    network.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
    network.maxpool = nn.Identity()
    return network


NETWORKS = {
    "lenet": lenet,
    "resnet18_cifar": resnet18_cifar,
    "resnet18": torchvision.models.resnet18,
    "resnet50": torchvision.models.resnet50,
    "resnext50": torchvision.models.resnext50_32x4d,
    "vit": torchvision.models.vit_b_16,
    "convnext": lambda: torchvision.models.convnext_tiny(stochastic_depth_prob=0.0),
}


BLOCKS = (resnet.BasicBlock, resnet.Bottleneck, convnext.CNBlock, vision_transformer.EncoderBlock)


def recompute(network):
    """Lets blocks keep their inputs alone."""
    for block in network.modules():
        if isinstance(block, BLOCKS):
            block.forward = functools.partial(checkpoint, block.forward, use_reentrant=False)


def main():
    name, mode, batch, side, iterations, warm_up = sys.argv[1:3] + [int(value) for value in sys.argv[3:7]]
    network = NETWORKS[name]().train()
    if sys.argv[7:]:
        recompute(network)
    images = torch.randn(batch, 1 if name == "lenet" else 3, side, side)
    labels = torch.arange(batch) % 2
    mixed = mode == "bfloat16"
    if mixed:
        network = network.to(memory_format=torch.channels_last)
        images = images.to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    rates = []
    for iteration in range(warm_up + iterations):
        if iteration == warm_up:
            cpu = time.process_time()
        begun = time.perf_counter()
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=mixed):
            loss = nn.functional.cross_entropy(network(images), labels)
        loss.backward()
        optimizer.step()
        loss.item()
        rates.append(batch / (time.perf_counter() - begun))
    cpu = (time.process_time() - cpu) / iterations
    print(json.dumps({"images_per_second": statistics.median(rates[warm_up:]), "cpu_seconds": cpu}))


if __name__ == "__main__":
    main()
