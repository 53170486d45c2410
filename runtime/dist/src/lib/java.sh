# Read by the launchers: sets 'java' to the Java in JAVA_HOME, or else that on the PATH, and 'version'
# to its version; calls 'fail', which the launchers have, where there is none that is new enough.

java_advice="set JAVA_HOME to the folder of a Java 17 or newer"

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  java_place="in JAVA_HOME"
  [ -x "$java" ] || fail "JAVA_HOME is '$JAVA_HOME', but there is no bin/java in it; $java_advice."
else
  java_place="on the PATH"
  java=$(command -v java) || fail "there is no Java; install a Java 17 or newer, or $java_advice."
fi

# The file 'release' beside bin/ tells the version without a start of Java.
java_version() {
  real=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  release=${real%/bin/java}/release
  if [ -r "$release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then
        value=${value#\"}
        printf '%s' "${value%\"}"
        return
      fi
    done <"$release"
  fi
  "$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'
}

version=$(java_version)
major=${version#1.}
major=${major%%[!0-9]*}
[ "${major:-0}" -ge 17 ] ||
  fail "the Java $java_place, '$java', is of ${version:+version }${version:-an unknown version}, but 17 or newer is needed; $java_advice."
