"""Compares the training of LeNet-5 on Fashion-MNIST in Vertebra, MMPretrain and plain PyTorch. See README.md."""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BATCH = 128


def vertebra(data, iterations):
    """Runs the command line and reads the times of iterations from its JSON lines."""
    with tempfile.TemporaryDirectory() as work:
        command = [ROOT / "runtime/vertebra", "train", ROOT / "configs/lenet/lenet5_fashion-mnist.yaml"]
        command += ["--work-dir", work, "--cfg-options", "train_cfg.max_epochs=1", "val_dataloader=null"]
        command += ["default_hooks.logger.interval=1", f"train_dataloader.dataset.data_root={data}"]
        begun = time.time()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
        first = None
        while process.poll() is None:
            if first is None:
                logs = list(pathlib.Path(work).glob("*/scalars.jsonl"))
                if logs and logs[0].read_text():
                    first = time.time() - begun
            time.sleep(0.01)
        if process.returncode:
            sys.exit("vertebra failed")
        log = next(pathlib.Path(work).glob("*/scalars.jsonl"))
        times = [json.loads(line)["time"] for line in log.read_text().splitlines()]
        return report(first, times[1:iterations])


def report(first, times):
    return {"first": first, "rate": BATCH / statistics.median(times)}


def peer(name, data, iterations):
    command = [sys.executable, str(HERE / "lenet_peers.py"), name, str(data), str(iterations)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(out.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--iterations", type=int, default=300)
    arguments = parser.parse_args()
    data, iterations = arguments.data.resolve(), arguments.iterations
    vertebra(data, iterations)
    ratios = {"mmpretrain": [], "torch": []}
    starts = []
    for _ in range(arguments.rounds):
        ours = vertebra(data, iterations)
        print("vertebra", ours, flush=True)
        for name, found in ratios.items():
            theirs = peer(name, data, iterations)
            print(name, theirs, flush=True)
            found.append(ours["rate"] / theirs["rate"])
            if name == "mmpretrain":
                starts.append(ours["first"] / theirs["first"])
    for name, found in ratios.items():
        print(f"images/s, vertebra to {name}: {statistics.median(found):.2f}")
    print(f"seconds to the first iteration, vertebra to mmpretrain: {statistics.median(starts):.2f}")


if __name__ == "__main__":
    main()
