"""Compares reading and augmenting ImageNet-like JPEG files: Vertebra, MMPretrain's loader and torchvision. See README.md."""

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

LIGHT = "[{type: LoadImageFromFile}, {type: RandomResizedCrop, scale: 224, backend: %s}, " \
        "{type: RandomFlip, prob: 0.5, direction: horizontal}, %s{type: PackInputs}]"
HEAVY = "{type: RandAugment, policies: timm_increasing, num_policies: 2, total_level: 10, magnitude_level: 9, " \
        "magnitude_std: 0.5, hparams: {pad_val: [104, 116, 124], interpolation: bicubic}}, " \
        "{type: RandomErasing, erase_prob: 0.25, mode: rand, min_area_ratio: 0.02, max_area_ratio: 0.3333333333333333}, "
KINDS = {"light": "", "heavy": HEAVY}


def config(folder, kind, backend, workers, batch):
    pipeline = LIGHT % (backend, KINDS[kind])
    classes = sum(entry.is_dir() for entry in pathlib.Path(folder).iterdir())
    return f"""
model:
  type: ImageClassifier
  backbone: {{type: ResNet, depth: 18}}
  neck: {{type: GlobalAveragePooling}}
  head: {{type: LinearClsHead, num_classes: {classes}, in_channels: 512}}
data_preprocessor: {{mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375], to_rgb: true}}
train_dataloader:
  batch_size: {batch}
  num_workers: {workers}
  sampler: {{type: DefaultSampler, shuffle: true}}
  dataset: {{type: CustomDataset, data_root: '{folder}', pipeline: {pipeline}}}
"""


def vertebra(folder, kind, backend, arguments):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(config(folder, kind, backend, arguments.workers, arguments.batch))
        file.flush()
        command = [ROOT / "runtime/vertebra", "bench", "data", file.name, "--images", arguments.images, "--json"]
        return result(command)


def peer(folder, kind, name, arguments):
    return result([sys.executable, HERE / "data_peer.py", name, kind, folder, arguments.workers, arguments.batch,
                   arguments.images])


def result(command):
    """Runs a command; gives the object that it prints."""
    found = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    if found.returncode:
        sys.exit(f"failed: {command}")
    return json.loads(found.stdout[found.stdout.index("{"):])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="JPEG files in a folder for each class")
    parser.add_argument("--kinds", nargs="+", default=["light", "heavy"], choices=KINDS)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--images", type=int, default=1500, help="images that count; as many are read before")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    for kind in arguments.kinds:
        rates = {}
        for _ in range(arguments.rounds):
            runs = {
                "vertebra cv2": lambda: vertebra(arguments.folder, kind, "cv2", arguments),
                "vertebra pillow": lambda: vertebra(arguments.folder, kind, "pillow", arguments),
                "mmpretrain": lambda: peer(arguments.folder, kind, "mmpretrain", arguments),
                "torchvision": lambda: peer(arguments.folder, kind, "torchvision", arguments),
            }
            for name, run in runs.items():
                found = run()
                rates.setdefault(name, []).append(found["images_per_second"])
                if "milliseconds" in found:
                    print(f"  {name}: " + ", ".join(f"{k} {v:.2f} ms" for k, v in found["milliseconds"].items()))
        for name, values in rates.items():
            middle = statistics.median(values)
            print(f"{kind} {name}: {middle:.0f} images/s, {middle / arguments.workers:.0f} a core "
                  f"({', '.join(f'{value:.0f}' for value in values)})")
        best = max(statistics.median(rates[name]) for name in ("mmpretrain", "torchvision"))
        for name in ("vertebra cv2", "vertebra pillow"):
            print(f"{kind}: {name} is {statistics.median(rates[name]) / best:.2f} times the best peer")


if __name__ == "__main__":
    main()
