package io.athanor.driver.postgresql;

import io.athanor.ResultException;
import java.lang.reflect.Array;

/** Arrays of one dimension in PostgreSQL's binary format. */
final class BinaryArrays {
    private BinaryArrays() {}

    @SuppressWarnings("unchecked") // an array of the element's class
    static <E> BinaryCodec.Reader<E[]> of(Class<E> type, BinaryCodec.Reader<E> element) {
        return bytes -> {
            int dimensions = bytes.readInt();
            bytes.skipBytes(Integer.BYTES * 2); // whether there are NULLs, the type of the elements
            if (dimensions == 0) {
                return (E[]) Array.newInstance(type, 0);
            }
            if (dimensions > 1) {
                throw new ResultException(
                        "the database returned an array of arrays; select its elements, or unnest it");
            }
            E[] values = (E[]) Array.newInstance(type, bytes.readInt());
            bytes.skipBytes(Integer.BYTES); // the index of the first
            for (int i = 0; i < values.length; i++) {
                int length = bytes.readInt();
                if (length >= 0) {
                    values[i] = element.read(bytes.readSlice(length));
                }
            }
            return values;
        };
    }
}
