package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.SqlWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The name of a constraint or index. One that a {@link NamingConvention} made and that is longer than a database takes is
 * cut there, always in the same way: its beginning, {@code _} and a checksum of the whole.
 *
 * @param text the name, whole
 * @param isGenerated whether a naming convention made it; one that a user chose is never changed
 */
public record ObjectName(String text, boolean isGenerated) implements SchemaNode {
    private static final int SUFFIX_LENGTH = 9;

    /** Refuses an empty name. */
    public ObjectName {
        if (text.isEmpty()) {
            throw new ConfigurationException("a constraint or index needs a name that is not empty");
        }
    }

    /** The name as a database has it that takes {@code maxBytes} bytes of UTF-8. An error if a user's name is longer. */
    public String fitting(int maxBytes) {
        int length = length(text);
        if (length <= maxBytes) {
            return text;
        }
        if (!isGenerated) {
            throw new ConfigurationException("the name " + text + " has " + length + " bytes and the database takes "
                    + maxBytes + "; choose a shorter one");
        }
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return beginning(maxBytes - SUFFIX_LENGTH) + "_" + HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /** How long a name is for a database: its bytes in UTF-8. */
    public static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private String beginning(int maxBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            bytes += length(text.substring(end, next));
            if (bytes > maxBytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    @Override
    public void render(SqlWriter out) {
        out.name(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
