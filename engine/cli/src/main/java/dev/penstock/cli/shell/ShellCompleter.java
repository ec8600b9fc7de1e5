package dev.penstock.cli.shell;

import dev.penstock.cli.shell.dot.DotCommand;
import dev.penstock.cli.shell.dot.DotCommands;
import dev.penstock.cli.shell.dot.ShellState;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Commands with their arguments, and what can stand at the cursor of a statement. */
final class ShellCompleter implements Completer {
    private final Opening opening;

    ShellCompleter(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor());
        String last = before.substring(before.lastIndexOf('\n') + 1).stripLeading();
        if (last.startsWith(".") || last.startsWith("\\")) {
            command(last, candidates);
        }
    }

    private void command(String typed, List<Candidate> candidates) {
        String[] words = typed.split("\\s+", 2);
        if (words.length == 1) {
            for (DotCommand command : DotCommands.all()) {
                List<String> names = typed.startsWith(".") ? List.of(command.name()) : command.others();
                names.forEach(name -> candidates.add(candidate(name, command.description())));
            }
            return;
        }
        Optional<ShellState> state = opening.ready();
        Optional<DotCommand> command = DotCommands.named(words[0]);
        if (state.isPresent() && command.isPresent()) {
            command.get().candidates(state.get()).forEach(word -> candidates.add(candidate(word, "")));
        }
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description.isEmpty() ? null : description, null, null, true);
    }
}
