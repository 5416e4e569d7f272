package io.openalpha.market.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs write them. */
class ImportedFilesTests {

    private static final String HEADER = "symbol,date,open,high,low,close,adjusted_close,volume,final,source\n";
    private static final String ROW = "MSFT,2024-01-02,10.5,11,9,10.25,10,100,true,mine";

    @TempDir
    private Path folder;

    private List<ImportRow> rows(String text) throws IOException {
        return rows("bars.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<ImportRow> rows(String name, byte[] bytes) throws IOException {
        return rows(Files.write(folder.resolve(name), bytes));
    }

    private static List<ImportRow> rows(Path file) throws IOException {
        try (TableSource table = ImportFiles.open(file)) {
            BarRows rows = new BarRows(table, null);
            List<ImportRow> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.row());
            }
            return all;
        }
    }

    private ImportRow row(String column, String value) throws IOException {
        List<String> header = Arrays.asList(HEADER.strip().split(","));
        String[] values = ROW.split(",");
        values[header.indexOf(column)] = value;
        return rows(HEADER + String.join(",", values) + "\n").get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF" + HEADER + ROW,
                "Symbol,DATE,Open,High,Low,Close,Adj Close,Volume,Final,Source\r\n" + ROW + "\r\n",
                "\n\n" + HEADER + "\n" + ROW + "\n,,,,,,,,,\n\n",
                "<TICKER>,<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,Adj. Close,<VOL>,final,source\n"
                        + "MSFT,20240102,10.5,11,9,10.25,10,100,true,mine\n",
                "Symbol,Date,Open,High,Low,Close*,Adj Close**,Volume,final,source\n" + ROW + "\n",
                "Ticker;Datetime;open;high;low;close;adjusted_close;volume;final;source\n"
                        + "MSFT;2024-01-02 00:00:00;10.5;11;9;10.25;10;100;True;mine\n",
                "symbol\tdate\topen\thigh\tlow\tclose\tadjusted_close\tvolume\tfinal\tsource\n"
                        + "MSFT\t2024-01-02\t10.5\t11\t9\t10.25\t10\t100\t1\tmine\n",
                ",symbol,date,open,high,low,close,adjusted_close,volume,final,source\n"
                        + "0,MSFT,2024-01-02 00:00:00-05:00,10.5,11.0,9.0,10.25,10.0,100.0,TRUE,mine\n",
                "symbol,date,open,high,low,close,adjusted_close,volume,final,source\n"
                        + "\" msft \",\"2024-01-02T00:00:00.000\",\"10.5\",1.1e1,9,10.25,10,100,yes,\"mine\"\n"
            })
    @SuppressWarnings("StringConcatToTextBlock") // The ends of the lines are what matters.
    void areReadAsTheUsualProgramsWriteThem(String text) throws IOException {
        assertThat(rows(text)).isEqualTo(rows(HEADER + ROW + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"false", "False", "FALSE", "0", "0.0", "f", "N", "no"})
    void areNotFinalInAnySpelling(String written) throws IOException {
        assertThat(row("final", written).bar().isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "final      | maybe                  | final 'maybe' is neither true nor false",
                "final      | ''                     | final '' is neither true nor false",
                "symbol     | ''                     | the symbol is missing; --symbol gives one to a file that"
                        + " has none",
                "symbol     | NULL                   | the symbol is missing; --symbol gives one to a file that"
                        + " has none",
                "symbol     | nan                    | the symbol is missing; --symbol gives one to a file that"
                        + " has none",
                "date       | 01/02/2024             | date '01/02/2024' is not written as 2024-01-31",
                "date       | 2024/01/02             | date '2024/01/02' is not written as 2024-01-31",
                "date       | 2024-02-30             | Text '2024-02-30' could not be parsed: Invalid date"
                        + " 'FEBRUARY 30'",
                "date       | 2024-01-02 05:00+00:00 | date '2024-01-02 05:00+00:00' is a time and no day:"
                        + " write the day at the exchange, as 2024-01-31",
                "open       | 1.234.5                | open '1.234.5' is not a number",
                "open       | 10.5d                  | open '10.5d' is not a number",
                "close      | 0x1p3                  | close '0x1p3' is not a number",
                "volume     | NaN                    | volume 'NaN' is not a whole number that can be stored",
                "volume     | 1e30                   | volume '1e30' is not a whole number that can be stored",
                "volume     | 18446744073709551615   | volume '18446744073709551615' is not a whole number that"
                        + " can be stored",
                "source     | abcdefghijklmnopqrstuvwxyz0123456789 | source 'abcdefghijklmnopqrst…' is longer"
                        + " than 32 characters",
                "source     | a\u202Eb               | source 'a?b' has characters that cannot be seen"
            })
    void areRefusedWithTheLineWhereAValueMakesNoSense(String column, String written, String message) {
        assertThatThrownBy(() -> row(column, written))
                .isInstanceOf(BarFileException.class)
                .hasMessage(folder.resolve("bars.csv") + ", line 2: " + message);
    }

    @Test
    void keepEveryDigitOfAVolumeAndRoundAFraction() throws IOException {
        assertThat(row("volume", "9007199254740993").bar().volume()).isEqualTo(9_007_199_254_740_993L);
        assertThat(row("volume", "1234567.5").bar().volume()).isEqualTo(1_234_568);
        assertThat(row("volume", "").bar().volume()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "N/A", "inf", "-inf", "-Infinity", "null", "1e999"})
    void haveNoNumberWhereAPriceIsMissingOrInfinite(String written) throws IOException {
        assertThat(row("close", written).bar().close()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol,date,open,high,low,close,volume,Close | column 'close' is there twice",
                "date,open,high,low,close,volume | column 'symbol' is missing",
                "symbol,date,open,high,low,volume | column 'close' is missing"
            })
    void areRefusedWhereTheHeaderIsWrong(String header, String message) {
        assertThatThrownBy(() -> rows(header + "\n")).hasMessageContaining(", line 1: " + message);
    }

    @Test
    void areRefusedWhereTheyAreWhatTheirNameDoesNotSay() throws IOException {
        byte[] csv = (HEADER + ROW).getBytes(StandardCharsets.UTF_8);

        assertRefused("bars.csv.gz", csv, "is not gzipped, whatever its name says");
        assertRefused("bars.parquet", csv, "is not a Parquet file");
        assertRefused("bars.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_16), "is text in UTF-16");
        assertRefused("bars.csv", new byte[] {'P', 'K', 3, 4}, "is a zip archive or an Excel file");
        assertRefused("bars.csv", (HEADER + "M\u00FC").getBytes(StandardCharsets.ISO_8859_1), "is not text in UTF-8");
        assertRefused("bars.csv", new byte[0], "is empty");
        assertRefused("bars.csv", (HEADER + "\"MSFT,2024").getBytes(StandardCharsets.UTF_8), "is not CSV");
        assertRefused("bars.csv", (HEADER + "MSFT,2024-01-02").getBytes(StandardCharsets.UTF_8), "2 values for 10");
    }

    @Test
    void areRefusedWhereTheyEndTooEarly() throws IOException {
        byte[] packed = gzipped((HEADER + (ROW + "\n").repeat(2000)).getBytes(StandardCharsets.UTF_8));

        assertThat(rows("bars.csv", packed)).hasSize(2000);
        assertRefused("bars.csv.gz", Arrays.copyOf(packed, packed.length / 2), "cannot be read");
        assertRefused("bars.csv.gz", Arrays.copyOf(packed, 5), "cannot be read");
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private void assertRefused(String name, byte[] bytes, String message) {
        assertThatThrownBy(() -> rows(name, bytes))
                .isInstanceOf(BarFileException.class)
                .hasMessageStartingWith(folder.resolve(name).toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "brotli",
                "zstd",
                "snappy",
                "timestamp",
                "timestamp-zone",
                "decimal-bytes",
                "decimal-integers",
                "float",
                "large-string",
                "index"
            })
    void areReadFromParquetOfOtherPrograms(String kind) throws Exception {
        Path file =
                Path.of(getClass().getResource("/parquet/" + kind + ".parquet").toURI());

        assertThat(rows(file)).isEqualTo(rows("""
                symbol,date,open,high,low,close,adjusted_close,volume,final,source
                PQ,2024-03-08,10.1,11.5,9.25,10.3,10.2,1000,true,mine
                PQ,2024-03-11,10.3,11.75,9.5,10.7,,2000,false,mine
                """));
    }

    @Test
    void areRefusedWhereParquetIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(
                Path.of(getClass().getResource("/parquet/snappy.parquet").toURI()));

        for (int i = 4; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            try {
                rows("damaged.parquet", damaged);
            } catch (BarFileException e) {
                assertThat(e)
                        .hasMessageStartingWith(
                                folder.resolve("damaged.parquet").toString());
            }
        }
        assertRefused("short.parquet", Arrays.copyOf(whole, whole.length - 9), "is not a Parquet file");
    }
}
