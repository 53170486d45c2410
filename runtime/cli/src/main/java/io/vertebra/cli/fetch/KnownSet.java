package io.vertebra.cli.fetch;

import io.vertebra.engine.download.RemoteFile;
import io.vertebra.engine.file.Checksum;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Public data sets that there is a reader for. Addresses and MD5 sums were read in the sources that
 * each names: files of torchvision 0.22.1, MMPretrain 1.2.0 and MindCV, and pages of authors.
 */
public enum KnownSet {
  /** Handwritten digits: {@code torchvision/datasets/mnist.py}. */
  MNIST(
      "mnist",
      "https://ossci-datasets.s3.amazonaws.com/mnist/",
      "train-images-idx3-ubyte.gz f68b3c2dcbeaaa9fbdd348bbdeb94873",
      "train-labels-idx1-ubyte.gz d53e105ee54ea40749a09fcbcd1e9432",
      "t10k-images-idx3-ubyte.gz 9fb629c4189551a2d022fa330f9573f3",
      "t10k-labels-idx1-ubyte.gz ec29112dd5afa0611ce80d1b7f02629c"),
  /** Articles of clothing: {@code torchvision/datasets/mnist.py}, {@code FashionMNIST}. */
  FASHION_MNIST(
      "fashion-mnist",
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
      "train-images-idx3-ubyte.gz 8d4fb7e6c68d591d4c3dfef9ec88bf0d",
      "train-labels-idx1-ubyte.gz 25c81989df183df01b3e8a0aad5dffbe",
      "t10k-images-idx3-ubyte.gz bef4ecab320f06d8554ea6380940ec79",
      "t10k-labels-idx1-ubyte.gz bb300cfdad3c16e7a12a480ee83cd310"),
  /**
   * The binary version: sum of https://www.cs.toronto.edu/~kriz/cifar.html; address and sum of
   * {@code mindcv/data/dataset_download.py} in github.com/mindspore-lab/mindcv.
   */
  CIFAR10(
      "cifar10",
      "https://www.cs.toronto.edu/~kriz/",
      "cifar-10-binary.tar.gz c32a1d4ab5d03f1284b67883e8d87530"),
  /**
   * The binary version: {@code mindcv/data/dataset_download.py} in github.com/mindspore-lab/mindcv.
   */
  CIFAR100(
      "cifar100",
      "https://www.cs.toronto.edu/~kriz/",
      "cifar-100-binary.tar.gz 03b5dce01913d631647c71ecec9e9cb8"),
  /** Textures: {@code torchvision/datasets/dtd.py}. */
  DTD(
      "dtd",
      "https://www.robots.ox.ac.uk/~vgg/data/dtd/download/",
      "dtd-r1.0.1.tar.gz fff73e5086ae6bdbea199a49dfb8a4c1"),
  /** Flowers: {@code torchvision/datasets/flowers102.py}. */
  FLOWERS102(
      "flowers102",
      "https://www.robots.ox.ac.uk/~vgg/data/flowers/102/",
      "102flowers.tgz 52808999861908f626f3c1f4e79d11fa",
      "imagelabels.mat e0620be6f572b9609742df49c70aed4d",
      "setid.mat a5357ecc9cb78c4bef273ce3793fc85c"),
  /** Dishes: {@code torchvision/datasets/food101.py}. */
  FOOD101(
      "food101",
      "http://data.vision.ee.ethz.ch/cvl/",
      "food-101.tar.gz 85eeb15f3717b99a5da872d97d918f87"),
  /** Ten classes of ImageNet in full size: {@code torchvision/datasets/imagenette.py}. */
  IMAGENETTE(
      "imagenette",
      "https://s3.amazonaws.com/fast-ai-imageclas/",
      "imagenette2.tgz fe2fc210e6bb7c5664d602c3cd71e612"),
  /** The same with a shorter side of 320 pixels, of the same source. */
  IMAGENETTE_320(
      "imagenette-320",
      "https://s3.amazonaws.com/fast-ai-imageclas/",
      "imagenette2-320.tgz 3df6f0d01a2c9592104656642f5e78a3"),
  /** The same with a shorter side of 160 pixels, of the same source. */
  IMAGENETTE_160(
      "imagenette-160",
      "https://s3.amazonaws.com/fast-ai-imageclas/",
      "imagenette2-160.tgz e793b78cc4c9e9a4ccc0c1155377a412"),
  /** Cats and dogs: {@code torchvision/datasets/oxford_iiit_pet.py}. */
  OXFORD_PETS(
      "oxford-pets",
      "https://www.robots.ox.ac.uk/~vgg/data/pets/data/",
      "images.tar.gz 5c4f3ee8e5d25df40f4fd59a7f44e54c",
      "annotations.tar.gz 95a8c909bbe2e81eed6a22bccdf3f68f"),
  /** PASCAL VOC 2007: {@code torchvision/datasets/voc.py}. */
  VOC2007(
      "voc2007",
      "http://host.robots.ox.ac.uk/pascal/VOC/voc2007/",
      "VOCtrainval_06-Nov-2007.tar c52e279531787c972589f7e41ab4ae64",
      "VOCtest_06-Nov-2007.tar b6e924de25625d8de591ea690078ad9f"),
  /** PASCAL VOC 2012, train and val: {@code torchvision/datasets/voc.py}. */
  VOC2012(
      "voc2012",
      "http://host.robots.ox.ac.uk/pascal/VOC/voc2012/",
      "VOCtrainval_11-May-2012.tar 6cd6e144f989b92b3379bac3b3de84fd");

  private final String label;
  private final String place;
  private final String files;

  KnownSet(String label, String place, String... files) {
    this.label = label;
    this.place = place;
    this.files = String.join(",", files);
  }

  /**
   * What users call the set.
   *
   * @return a name in small letters
   */
  public String label() {
    return label;
  }

  /**
   * The files of the set.
   *
   * @return the files, one at least
   */
  public List<RemoteFile> files() {
    return Arrays.stream(files.split(",", -1))
        .map(file -> file.split(" ", 2))
        .map(parts -> new RemoteFile(URI.create(place + parts[0]), Optional.of(md5(parts[1]))))
        .toList();
  }

  private static Checksum md5(String digits) {
    return new Checksum(Checksum.Algorithm.MD5, digits);
  }

  /**
   * What all sets are called.
   *
   * @return their names
   */
  public static List<String> labels() {
    return Arrays.stream(values()).map(KnownSet::label).toList();
  }

  /**
   * Finds a set.
   *
   * @param label its name
   * @return the set, or empty where there is none of that name
   */
  public static Optional<KnownSet> of(String label) {
    return Arrays.stream(values()).filter(set -> set.label.equals(label)).findFirst();
  }
}
