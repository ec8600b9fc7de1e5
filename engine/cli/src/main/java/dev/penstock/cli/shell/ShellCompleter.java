package dev.penstock.cli.shell;

import dev.penstock.cli.shell.complete.Keywords;
import dev.penstock.cli.shell.dot.DotCommand;
import dev.penstock.cli.shell.dot.DotCommands;
import dev.penstock.cli.shell.dot.ShellState;
import dev.penstock.sql.CatalogTable;
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
        Optional<ShellState> state = opening.ready();
        if (state.isPresent() && !state.get().completes()) {
            return;
        }
        if (last.startsWith(".") || last.startsWith("\\")) {
            command(last, candidates);
        } else {
            state.ifPresent(open -> statement(open, line.line(), candidates));
        }
    }

    /** The tables, the columns of those that the text names or else of all, and keywords. */
    private static void statement(ShellState state, String text, List<Candidate> candidates) {
        List<CatalogTable> tables = state.tables();
        boolean named = tables.stream().anyMatch(table -> text.contains(table.name()));
        for (CatalogTable table : tables) {
            candidates.add(candidate(table.name(), table.description()));
            if (!named || text.contains(table.name())) {
                table.columns().forEach(column -> candidates.add(candidate(column.name(), column.description())));
            }
        }
        Keywords.all().forEach(word -> candidates.add(candidate(word, "")));
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
