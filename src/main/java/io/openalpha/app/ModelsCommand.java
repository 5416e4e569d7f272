package io.openalpha.app;

import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.model.ModelProperties;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelUpkeep;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.RetentionProperties;
import io.openalpha.ml.model.VersionName;
import io.openalpha.run.ExitCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openalpha models}: the versions of the models, and which of them serve. */
@Command(
        name = "models",
        description = "Shows the trained models, and says which of them serve.",
        mixinStandardHelpOptions = true)
final class ModelsCommand extends CommandGroup {

    @Command(name = "list", description = "Lists all versions, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) {
        return withModels(context ->
                ModelFormat.print(context.getBean(ModelRegistry.class).versions(), output));
    }

    @Command(
            name = "show",
            description = "Prints the model card of a version: data, features, figures beside baselines, decisions.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "VERSION", converter = VersionNameConverter.class) VersionName name,
            @ArgGroup @Nullable CardForm form) {
        return withModels(context -> {
            ModelRegistry registry = context.getBean(ModelRegistry.class);
            ModelVersion version = registry.version(name);
            if (form != null && form.json) {
                ModelFormat.printJson(
                        version, registry.decisions(name), terminal().out());
            } else {
                ModelCard card = new ModelCard(version, registry.decisions(name));
                terminal().out().print(form == null ? card.text() : card.markdown());
            }
        });
    }

    @Command(
            name = "promote",
            description = "Lets a version serve, after a check of its files.",
            mixinStandardHelpOptions = true)
    int promote(@Parameters(paramLabel = "VERSION", converter = VersionNameConverter.class) VersionName name) {
        return withModels(context -> {
            context.getBean(ModelReader.class).verify(name);
            context.getBean(ModelRegistry.class).promote(name, byHand("models promote"));
            terminal().print("%s serves", name);
        });
    }

    @Command(
            name = "rollback",
            description = "Lets the version of an algorithm serve that did before; once more, the one before that.",
            mixinStandardHelpOptions = true)
    int rollBack(
            @Parameters(paramLabel = "ALGORITHM", description = "Such as random_forest or neural_network.")
                    String algorithm) {
        return withModels(context -> {
            VersionName name = context.getBean(ModelRegistry.class)
                    .rollBack(algorithm, byHand("models rollback"))
                    .orElseThrow(() -> new UsageException(
                            "no version of '%s' that is still there served before: 'openalpha models list' lists them"
                                    .formatted(algorithm)));
            terminal().print("%s serves again", name);
        });
    }

    @Command(
            name = "prune",
            description = "Removes all but the newest versions of each algorithm and the one that serves.",
            mixinStandardHelpOptions = true)
    int prune(
            @Option(
                            names = "--keep",
                            paramLabel = "N",
                            description = "So many of each algorithm. Default: openalpha.training.keep-versions.")
                    @Nullable
                    Integer keep) {
        if (keep != null && keep < 1) {
            throw new UsageException("--keep is %s but must be 1 or more".formatted(keep));
        }
        return withModels(context -> {
            ModelUpkeep upkeep = context.getBean(ModelUpkeep.class);
            int kept = keep == null ? context.getBean(RetentionProperties.class).keepVersions() : keep;
            List<VersionName> pruned = upkeep.prune(kept);
            upkeep.sweep(context.getBean(ModelProperties.class).draftAge());
            terminal().print("Removed %d versions", pruned.size());
        });
    }

    private static Reason byHand(String command) {
        return Reason.of(System.getProperty("user.name", "unknown"), command);
    }

    private int withModels(Consumer<ApplicationContext> work) {
        try (ConfigurableApplicationContext context = terminal().open(ModelConfiguration.class)) {
            work.accept(context);
            return ExitCode.DONE.code();
        }
    }

    /** One form or the other. */
    static final class CardForm {

        @Option(names = "--markdown", description = "Print the card as Markdown.")
        @SuppressWarnings("UnusedVariable") // what is not JSON is Markdown
        private boolean markdown;

        @Option(names = "--json", description = "Print everything as JSON.")
        private boolean json;
    }
}
