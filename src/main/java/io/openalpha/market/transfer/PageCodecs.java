package io.openalpha.market.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopCodecs;
import org.brotli.dec.BrotliInputStream;

/** Unpacks the pages of Parquet files. For gzip and brotli, parquet-java would ask Hadoop, which is not there. */
final class PageCodecs implements CompressionCodecFactory {

    private final CompressionCodecFactory others = HadoopCodecs.newFactory(0);

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case GZIP -> new Unpacking(GZIPInputStream::new);
            case BROTLI -> new Unpacking(BrotliInputStream::new);
            default -> others.getDecompressor(codec);
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return others.getCompressor(codec);
    }

    @Override
    public void release() {
        others.release();
    }

    private interface Stream {

        InputStream of(InputStream packed) throws IOException;
    }

    private record Unpacking(Stream stream) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpacked(packed.toInputStream(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer target, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            target.put(unpacked(new ByteArrayInputStream(bytes), size));
        }

        private byte[] unpacked(InputStream packed, int size) throws IOException {
            try (InputStream bytes = stream.of(packed)) {
                return bytes.readNBytes(size);
            }
        }

        @Override
        public void release() {
            // Holds nothing.
        }
    }
}
