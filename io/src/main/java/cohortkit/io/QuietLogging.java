package cohortkit.io;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.simple.SimpleLogger;
import org.apache.logging.log4j.spi.ExtendedLogger;
import org.apache.logging.log4j.spi.LoggerContext;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;
import org.apache.logging.log4j.util.PropertiesUtil;

/**
 * Silence where nobody logs. POI asks Log4j for loggers, and Log4j's interface without a logging system behind it prints
 * an error on the console. This is a logging system of the lowest rank that says nothing: any other that an application
 * brings comes first. Log4j finds it as a service; nobody else needs it.
 *
 * <pre>{@code
 * new QuietLogging().getPriority()   // 0: any other logging system comes first
 * }</pre>
 */
public final class QuietLogging extends Provider {

    private static final int LOWEST_PRIORITY = 0;

    public QuietLogging() {
        super(LOWEST_PRIORITY, "2.6.0", Factory.class);
    }

    /** Gives silent loggers. */
    public static final class Factory implements LoggerContextFactory {
        private final LoggerContext silence = new Silence();

        @Override
        public LoggerContext getContext(String caller, ClassLoader loader, Object external, boolean current) {
            return silence;
        }

        @Override
        public LoggerContext getContext(
                String caller, ClassLoader loader, Object external, boolean current, URI configuration, String name) {
            return silence;
        }

        @Override
        public void removeContext(LoggerContext context) {
            // There is one, and it holds nothing.
        }
    }

    private static final class Silence implements LoggerContext {
        private final PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        @Override
        public Object getExternalContext() {
            return this;
        }

        @Override
        public ExtendedLogger getLogger(String name) {
            return getLogger(name, null);
        }

        @Override
        public ExtendedLogger getLogger(String name, MessageFactory messages) {
            PropertiesUtil none = new PropertiesUtil(new Properties());
            return new SimpleLogger(name, Level.OFF, false, false, false, false, "", messages, none, nowhere);
        }

        @Override
        public boolean hasLogger(String name) {
            return false;
        }

        @Override
        public boolean hasLogger(String name, MessageFactory messages) {
            return false;
        }

        @Override
        public boolean hasLogger(String name, Class<? extends MessageFactory> messages) {
            return false;
        }
    }
}
