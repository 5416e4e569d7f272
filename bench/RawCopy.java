import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What PostgreSQL can do at most: the stored daily bars, copied by one COPY into an empty table with the same columns, checks
 * and indexes. Prints the number of rows and the rows a second.
 */
public final class RawCopy {

    public static void main(String[] arguments) throws Exception {
        try (var context = new SpringApplicationBuilder(DatabaseConfiguration.class, MarketConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run();
                Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            Path rows = Files.createTempFile("daily_bar", ".copy");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(rows)) {
                copies.copyOut("copy (select * from daily_bar order by symbol, date) to stdout (format binary)", out);
            }
            statement.execute("drop table if exists daily_bar_probe");
            statement.execute("create table daily_bar_probe (like daily_bar including all)");
            statement.execute("checkpoint");
            long begin = System.nanoTime();
            long count;
            try (var in = Files.newInputStream(rows)) {
                count = copies.copyIn("copy daily_bar_probe from stdin (format binary)", in, 1 << 16);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("drop table daily_bar_probe");
            Files.delete(rows);
            System.out.printf(Locale.ROOT, "%d %.0f%n", count, count / seconds);
        }
    }
}
