package org.answerline.site.transfer;

/** A scope that lasts as long as one dispatch of a request; closing it never fails. */
interface DispatchScope extends AutoCloseable {
    @Override
    void close();
}
