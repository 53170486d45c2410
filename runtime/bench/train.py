"""Compares training steps on images of noise in Vertebra and plain PyTorch: images/s and peak memory. See README.md."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

GAP = "neck: {type: GlobalAveragePooling}, "
NETWORKS = {
    "lenet": (128, 32, "backbone: {type: LeNet5, num_classes: 10}, head: {type: ClsHead}"),
    "resnet18": (128, 64, "backbone: {type: ResNet, depth: 18}, " + GAP
                 + "head: {type: LinearClsHead, num_classes: 1000, in_channels: 512}"),
    "resnet18_cifar": (128, 32, "backbone: {type: ResNet_CIFAR, depth: 18}, " + GAP
                       + "head: {type: LinearClsHead, num_classes: 10, in_channels: 512}"),
    "resnet50": (16, 224, "backbone: {type: ResNet, depth: 50}, " + GAP
                 + "head: {type: LinearClsHead, num_classes: 1000, in_channels: 2048}"),
    "resnext50": (16, 224, "backbone: {type: ResNeXt, depth: 50, groups: 32, width_per_group: 4}, " + GAP
                  + "head: {type: LinearClsHead, num_classes: 1000, in_channels: 2048}"),
    "vit": (16, 224, "backbone: {type: VisionTransformer, arch: base, img_size: 224, patch_size: 16}, "
            "head: {type: VisionTransformerClsHead, num_classes: 1000, in_channels: 768}"),
    "convnext": (16, 224, "backbone: {type: ConvNeXt, arch: tiny}, "
                 "head: {type: LinearClsHead, num_classes: 1000, in_channels: 768}"),
}
MODES = {"float32": ("float32", "contiguous"), "bfloat16": ("bfloat16", "channels_last")}


def config(name, with_cp):
    batch, _, model = NETWORKS[name]
    if with_cp:
        model = model.replace("backbone: {", "backbone: {with_cp: true, ")
    one = "{mean: [33.46], std: [78.87]}"
    three = "{mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375], to_rgb: true}"
    return f"""
model: {{type: ImageClassifier, {model}}}
data_preprocessor: {one if name == "lenet" else three}
train_dataloader:
  batch_size: {batch}
  dataset: {{type: CustomDataset, data_root: none, pipeline: [{{type: PackInputs}}]}}
optim_wrapper: {{optimizer: {{type: SGD, lr: 0.01, momentum: 0.9, weight_decay: 0.0001}}}}
train_cfg: {{by_epoch: true, max_epochs: 1}}
"""


def finish(command):
    """Runs a command; gives images/s, processor seconds an iteration and the peak of its memory in MB."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"failed: {command}")
        out.seek(0)
        text = out.read()
    result = json.loads(text[text.index("{"):])
    return result["images_per_second"], result["cpu_seconds"], usage.ru_maxrss // 1024


def vertebra(name, mode, arguments):
    precision, memory_format = MODES[mode]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "config.yaml"
        file.write_text(config(name, arguments.with_cp))
        command = [arguments.vertebra, "bench", "train", file, "--json", "--image-size", NETWORKS[name][1]]
        command += ["--iterations", arguments.iterations, "--warm-up", arguments.warm_up]
        command += ["--cfg-options", f"train_dataloader.batch_size={arguments.batch or NETWORKS[name][0]}", f"precision={precision}", f"memory_format={memory_format}"]
        return finish(command)


def torch(name, mode, arguments):
    batch, side, _ = NETWORKS[name]
    command = [sys.executable, HERE / "train_peer.py", name, mode, arguments.batch or batch, side]
    return finish(command + [arguments.iterations, arguments.warm_up] + ["with_cp"] * arguments.with_cp)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", nargs="*", default=list(NETWORKS), help=", ".join(NETWORKS))
    parser.add_argument("--modes", nargs="+", default=list(MODES), choices=list(MODES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--iterations", type=int, default=5)
    parser.add_argument("--warm-up", type=int, default=2)
    parser.add_argument("--batch", type=int, help="images of a batch (default: that of each network)")
    parser.add_argument("--with-cp", action="store_true", help="compute blocks again on the way back, where networks can")
    parser.add_argument("--vertebra", default=ROOT / "runtime/vertebra", help="the command to measure")
    arguments = parser.parse_args()
    for name in arguments.networks:
        for mode in arguments.modes:
            rates, times, memory = [], [], []
            for _ in range(arguments.rounds):
                ours, theirs = (side(name, mode, arguments) for side in (vertebra, torch))
                rates.append(ours[0] / theirs[0])
                times.append(theirs[1] / ours[1])
                memory.append(ours[2] - theirs[2])
                for who, (rate, cpu, peak) in (("vertebra", ours), ("torch", theirs)):
                    print(f"  {name} {mode} {who}: {rate:.2f} images/s, {cpu:.3f} s of processor time an iteration, "
                          f"{peak} MB; load {os.getloadavg()[0]:.1f}", flush=True)
            print(f"{name} {mode}, vertebra to torch: {statistics.median(rates):.2f} by images/s, "
                  f"{statistics.median(times):.2f} by processor time; "
                  f"peak memory {statistics.median(memory):+.0f} MB", flush=True)


if __name__ == "__main__":
    main()
