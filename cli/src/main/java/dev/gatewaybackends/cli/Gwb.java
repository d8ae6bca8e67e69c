// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "gwb",
        description = "Turns kgateway Backends and Gateway API routes into Envoy configuration.",
        mixinStandardHelpOptions = true,
        versionProvider = Gwb.Version.class,
        subcommands = {TranslateCommand.class, ValidateCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:no error was found",
            "1:some error was found; the output holds everything that is not affected",
            "2:wrong usage, or an input that cannot be opened"
        },
        footer = {
            "",
            "Examples:",
            "  gwb translate examples/quickstart.yaml",
            "  gwb translate -o bootstrap examples/quickstart.yaml > envoy.yaml",
            "  gwb validate manifests/%n"
        })
public final class Gwb implements Runnable {
    /** No error was found. */
    static final int OK = 0;
    /** Some error diagnostic was found. */
    static final int ERRORS = 1;
    /** Wrong usage or unreadable input. */
    static final int USAGE = 2;

    /** Kept in a field, because the level of a logger is lost when the logger is collected. */
    private static final Logger VALIDATION_LOG = Logger.getLogger("org.hibernate.validator");

    private final Streams streams;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    Gwb(Streams streams) {
        this.streams = streams;
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        // The validation provider greets at its first use.
        VALIDATION_LOG.setLevel(Level.WARNING);
        boolean terminal = "true".equals(System.getProperty("gwb.colour"));
        int status = run(new Streams(System.in, out, err, terminal), arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** Runs the command and returns its exit status. */
    static int run(Streams streams, String... arguments) {
        Gwb gwb = new Gwb(streams);
        CommandLine line = new CommandLine(gwb, new Factory(gwb));
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof UncheckedIOException || e instanceof UsageException) {
                streams.err().println("gwb: " + e.getMessage());
                return USAGE;
            }
            throw e;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(streams.out());
    }

    Streams streams() {
        return streams;
    }

    /** Where input comes from and output goes. */
    record Streams(InputStream in, PrintStream out, PrintStream err, boolean colour) {}

    /** Hands the streams to the subcommands. */
    private record Factory(Gwb gwb) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == TranslateCommand.class) {
                return type.cast(new TranslateCommand(gwb.streams));
            }
            return type == ValidateCommand.class
                    ? type.cast(new ValidateCommand(gwb.streams))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Says which build this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Gwb.class.getPackage().getImplementationVersion();
            return new String[] {"gwb " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
