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

PIPELINE = "[{type: LoadImageFromFile%s}, {type: RandomResizedCrop, scale: 224, backend: %s}, " \
           "{type: RandomFlip, prob: 0.5, direction: horizontal}, %s{type: PackInputs}]"
HEAVY = "{type: RandAugment, policies: timm_increasing, num_policies: 2, total_level: 10, magnitude_level: 9, " \
        "magnitude_std: 0.5, hparams: {pad_val: [104, 116, 124], interpolation: bicubic}}, " \
        "{type: RandomErasing, erase_prob: 0.25, mode: rand, min_area_ratio: 0.02, max_area_ratio: 0.3333333333333333}, "

# For each kind what is added to the loading and to the rest, and the kind of the peers that it is held against:
# they cannot decode at a part of the size.
KINDS = {"light": ("", "", "light"), "light-reduced": (", min_size: 160", "", "light"), "heavy": ("", HEAVY, "heavy")}
BACKENDS = ("cv2", "pillow")
PEERS = ("mmpretrain", "torchvision")


def config(folder, kind, backend, workers, batch):
    loading, augmenting, _ = KINDS[kind]
    pipeline = PIPELINE % (loading, backend, augmenting)
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


def runs(arguments):
    """What is measured in a round, in order: (kind, name) and a function that does it."""
    folder = arguments.folder
    found = {}
    for kind in arguments.kinds:
        for backend in BACKENDS:
            found[kind, f"vertebra {backend}"] = lambda k=kind, b=backend: vertebra(folder, k, b, arguments)
        for name in PEERS:
            of_peer = KINDS[kind][2]
            found[of_peer, name] = lambda k=of_peer, n=name: peer(folder, k, n, arguments)
    return found


def measure(arguments):
    """Images/s of all rounds by (kind, name). Everything is measured once a round, so that drifts hit all alike."""
    rates = {}
    for _ in range(arguments.rounds):
        for key, run in runs(arguments).items():
            found = run()
            rates.setdefault(key, []).append(found["images_per_second"])
            if "milliseconds" in found:
                print(f"  {' '.join(key)}: " + ", ".join(f"{k} {v:.2f} ms" for k, v in found["milliseconds"].items()))
    return rates


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="JPEG files in a folder for each class")
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=KINDS)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--images", type=int, default=1500, help="images that count; as many are read before")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    rates = measure(arguments)
    middle = {key: statistics.median(values) for key, values in rates.items()}
    for (kind, name), values in rates.items():
        rate = middle[kind, name]
        print(f"{kind} {name}: {rate:.0f} images/s, {rate / arguments.workers:.0f} a core "
              f"({', '.join(f'{value:.0f}' for value in values)})")
    for kind in arguments.kinds:
        best = max(middle[KINDS[kind][2], name] for name in PEERS)
        for backend in BACKENDS:
            print(f"{kind}: vertebra {backend} is {middle[kind, f'vertebra {backend}'] / best:.2f} times the best peer")


if __name__ == "__main__":
    main()
