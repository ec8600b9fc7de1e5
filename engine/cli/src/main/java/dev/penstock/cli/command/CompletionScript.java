package dev.penstock.cli.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts that complete commands and flags; where neither can stand, the shell completes files. */
final class CompletionScript {
    private CompletionScript() {}

    static String bash(List<CompletionLevel> levels) {
        return """
                # Completion of penstock for bash: source <(penstock completion bash)
                _penstock() {
                  local current="${COMP_WORDS[COMP_CWORD]}" path="" word i
                  for ((i = 1; i < COMP_CWORD; i++)); do
                    word="${COMP_WORDS[i]}"
                    case "$word" in -*) continue ;; esac
                    case " $(_penstock_commands "$path") " in
                      *" $word "*) path="${path:+$path }$word" ;;
                    esac
                  done
                  local words
                  case "$current" in
                    -*) words="$(_penstock_flags "$path")" ;;
                    *) words="$(_penstock_commands "$path")" ;;
                  esac
                  COMPREPLY=($(compgen -W "$words" -- "$current"))
                }
                """ + words("_penstock_commands", levels, false)
                + words("_penstock_flags", levels, true)
                + "complete -o default -F _penstock penstock ./penstock\n";
    }

    private static String words(String function, List<CompletionLevel> levels, boolean flags) {
        return levels.stream()
                .map(level -> "    \"" + level.path() + "\") echo \""
                        + String.join(" ", (flags ? level.flags() : level.commands()).keySet()) + "\" ;;")
                .collect(Collectors.joining("\n", function + "() {\n  case \"$1\" in\n", "\n  esac\n}\n"));
    }

    /** zsh runs what is written for bash. */
    static String zsh(List<CompletionLevel> levels) {
        return "#compdef penstock\nautoload -U +X bashcompinit && bashcompinit\n" + bash(levels);
    }

    static String fish(List<CompletionLevel> levels) {
        return levels.stream()
                .flatMap(CompletionScript::fish)
                .collect(Collectors.joining("\n", "# Completion of penstock for fish\n", "\n"));
    }

    private static Stream<String> fish(CompletionLevel level) {
        String seen = level.words().stream()
                .map(word -> "__fish_seen_subcommand_from " + word)
                .collect(Collectors.joining("; and "));
        String none = level.commands().isEmpty()
                ? ""
                : "not __fish_seen_subcommand_from "
                        + String.join(" ", level.commands().keySet());
        String condition = Stream.of(seen, none).filter(part -> !part.isEmpty()).collect(Collectors.joining("; and "));
        String head = "complete -c penstock" + (condition.isEmpty() ? "" : " -n " + quoted(condition));
        return Stream.concat(
                level.commands().entrySet().stream()
                        .map(command -> head + " -f -a " + command.getKey() + about(command)),
                level.flags().entrySet().stream().map(flag -> head + flag(flag.getKey()) + about(flag)));
    }

    private static String flag(String name) {
        return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
    }

    private static String about(Map.Entry<String, String> word) {
        return word.getValue().isEmpty() ? "" : " -d " + quoted(word.getValue());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
