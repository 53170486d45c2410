package io.vertebra.cli;

import io.vertebra.cli.fetch.Fetch;
import io.vertebra.cli.fetch.KnownSet;
import io.vertebra.engine.download.Download;
import io.vertebra.engine.download.RemoteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets a public data set. */
@Command(
    name = "fetch",
    description = {
      "Gets a public data set from where it is published, checks it, and unpacks it. An attempt that"
          + " was cut off goes on from where it was.",
      "Nothing else ever gets data from the network."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra data fetch fashion-mnist --to data/fashion-mnist",
      "  vertebra data fetch cifar10 --to data --from /mirror/cifar-10-binary.tar.gz"
    })
final class DataFetchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String name;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where it goes.")
  private Path to;

  @Option(
      names = "--from",
      paramLabel = "URL_OR_FILE",
      description =
          "Another place of the same files: a URL or a path, of the file or of the folder of all.")
  private String from;

  DataFetchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    KnownSet set = KnownSet.of(name).orElseThrow(this::unknown);
    List<RemoteFile> files = from == null ? set.files() : Fetch.filesAt(set, from);
    new Fetch(new Download(new DownloadProgress(terminal)), terminal.out()::println).run(files, to);
    return 0;
  }

  private UserException unknown() {
    return new UserException(
        "there is no data set '%s' to fetch: known are %s"
            .formatted(name, String.join(", ", KnownSet.labels())));
  }

  /** The names of the sets, for the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return KnownSet.labels().iterator();
    }
  }
}
