package dev.penstock.cli.shell;

import dev.penstock.sql.CatalogTable;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Dot commands with their arguments; in SQL the tables, and the columns of the tables that the text names, or of all. */
final class ShellCompleter implements Completer {
    private static final List<String> KEYWORDS =
            List.of("select", "from", "where", "group by", "having", "order by", "limit", "join", "left join", "with");

    private final ShellState state;

    ShellCompleter(ShellState state) {
        this.state = state;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String text = line.line().stripLeading();
        if (text.startsWith(".")) {
            dotCommand(line, candidates);
            return;
        }
        List<CatalogTable> tables = state.session().catalog();
        boolean named = tables.stream().anyMatch(table -> text.contains(table.name()));
        for (CatalogTable table : tables) {
            candidates.add(candidate(table.name(), table.description()));
            if (!named || text.contains(table.name())) {
                table.columns().forEach(column -> candidates.add(candidate(column.name(), column.description())));
            }
        }
        KEYWORDS.forEach(word -> candidates.add(new Candidate(word)));
    }

    private void dotCommand(ParsedLine line, List<Candidate> candidates) {
        for (DotCommand command : DotCommands.all()) {
            if (line.wordIndex() == 0) {
                candidates.add(candidate(command.name(), command.description()));
            } else if (line.words().get(0).equals(command.name())) {
                command.candidates(state).forEach(word -> candidates.add(new Candidate(word)));
            }
        }
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description, null, null, true);
    }
}
