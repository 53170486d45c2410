"""The Python side of data.py: NAME KIND FOLDER WORKERS BATCH IMAGES prints one line of JSON."""

import json
import sys
import time

import torch


def mmpretrain_loader(kind, folder, workers, batch):
    from mmengine.dataset import DefaultSampler, default_collate
    from mmengine.registry import DefaultScope
    from mmpretrain.datasets import CustomDataset
    from mmpretrain.utils import register_all_modules

    register_all_modules(init_default_scope=False)
    DefaultScope.get_instance("bench", scope_name="mmpretrain")
    heavy = [
        dict(type="RandAugment", policies="timm_increasing", num_policies=2, total_level=10, magnitude_level=9,
             magnitude_std=0.5, hparams=dict(pad_val=[104, 116, 124], interpolation="bicubic")),
        dict(type="RandomErasing", erase_prob=0.25, mode="rand", min_area_ratio=0.02, max_area_ratio=1 / 3),
    ]
    pipeline = [
        dict(type="LoadImageFromFile"), dict(type="RandomResizedCrop", scale=224),
        dict(type="RandomFlip", prob=0.5, direction="horizontal"),
        *(heavy if kind == "heavy" else []), dict(type="PackInputs"),
    ]
    dataset = CustomDataset(data_root=folder, pipeline=pipeline)
    return torch.utils.data.DataLoader(
        dataset, batch_size=batch, sampler=DefaultSampler(dataset, shuffle=True, seed=0), num_workers=workers,
        persistent_workers=True, collate_fn=lambda samples: torch.stack([sample["inputs"] for sample in samples]))


def torchvision_loader(kind, folder, workers, batch):
    from torchvision import datasets, transforms

    heavy = kind == "heavy"
    steps = [
        transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(),
        *([transforms.RandAugment(2, 9)] if heavy else []), transforms.PILToTensor(),
        *([transforms.RandomErasing(0.25, value=0)] if heavy else []),
    ]
    dataset = datasets.ImageFolder(folder, transforms.Compose(steps))
    return torch.utils.data.DataLoader(
        dataset, batch_size=batch, shuffle=True, num_workers=workers, persistent_workers=True,
        collate_fn=lambda samples: torch.stack([sample[0] for sample in samples]))


LOADERS = {"mmpretrain": mmpretrain_loader, "torchvision": torchvision_loader}


def warm_up(loader, images):
    """Reads whole epochs, so that no batch that was read ahead is left for what is timed."""
    read = 0
    while read < images:
        for batch in loader:
            read += len(batch)


def rate(loader, images):
    """Images a second over at least so many images."""
    read = 0
    start = time.perf_counter()
    while read < images:
        for batch in loader:
            read += len(batch)
            if read >= images:
                break
    return read / (time.perf_counter() - start)


def main():
    name, kind, folder = sys.argv[1:4]
    workers, batch, images = (int(value) for value in sys.argv[4:])
    torch.set_num_threads(1)
    loader = LOADERS[name](kind, folder, workers, batch)
    warm_up(loader, images)
    print(json.dumps({"images_per_second": rate(loader, images)}))


if __name__ == "__main__":
    main()
