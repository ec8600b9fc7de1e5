package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Attributes;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mod show}. */
@Command(name = "show", description = "Show a mod: the one at hand, or one that it requires.", sortOptions = false)
final class ModShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "<mod>", description = "The short name of a mod.")
    private String name = "";

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    ModShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Mod root = mods.open();
        Mod mod = name.isEmpty() || name.equals(root.name())
                ? root
                : root.required().get(name);
        if (mod == null) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "the mod " + root.name() + " requires no mod " + name
                            + NearestName.hint(name, root.required().keySet()));
        }
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", mod.name());
        attributes.put("title", mod.title());
        attributes.putAll(mod.attributes());
        attributes.put("benchmarks", String.valueOf(mod.benchmarks().size()));
        attributes.put("controls", String.valueOf(mod.controls().size()));
        attributes.put("queries", String.valueOf(mod.queries().size()));
        attributes.put("variables", String.valueOf(mod.variables().size()));
        attributes.put("dashboards", String.valueOf(mod.parts("dashboard").size()));
        attributes.put("requires", String.join(", ", mod.required().keySet()));
        new Attributes(attributes).print(terminal, format.isJson());
        return 0;
    }
}
