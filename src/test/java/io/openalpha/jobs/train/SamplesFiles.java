package io.openalpha.jobs.train;

import io.openalpha.ml.learner.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes samples as little-endian numbers: {@code NAME.f32} has the features row by row, {@code NAME.u8} the labels.
 */
record SamplesFiles(Path folder) {

    private static final int BLOCK = 4096;

    void write(String name, Samples samples) throws IOException {
        int bytes = samples.width() * Float.BYTES;
        ByteBuffer values = ByteBuffer.allocateDirect(BLOCK * bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer labels = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel valueFile = create(name + ".f32");
                FileChannel labelFile = create(name + ".u8")) {
            for (int i = 0; i < samples.size(); i++) {
                values.asFloatBuffer().put(samples.values(), samples.start(i), samples.width());
                values.position(values.position() + bytes);
                labels.put((byte) samples.label(i));
                if (!labels.hasRemaining() || i + 1 == samples.size()) {
                    drain(values, valueFile);
                    drain(labels, labelFile);
                }
            }
        }
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void drain(ByteBuffer buffer, FileChannel file) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }
}
