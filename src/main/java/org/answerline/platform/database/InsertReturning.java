package org.answerline.platform.database;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ReturningPolicy;

/**
 * Makes EclipseLink read a generated id by {@code insert … returning}: {@code lastval()} would need one more round trip.
 *
 * <p>Ids are not allocated in advance, because they define the order of messages on all nodes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/dml-returning.html">Returning Data from Modified Rows</a>
 */
public class InsertReturning implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        descriptor.setSequenceNumberField(null);
        descriptor.setSequenceNumberName(null);
        ReturningPolicy returned = new ReturningPolicy();
        descriptor.getPrimaryKeyFields().forEach(returned::addFieldForInsertReturnOnly);
        descriptor.setReturningPolicy(returned);
    }
}
