package org.answerline.platform.database;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ReturningPolicy;

/**
 * Has EclipseLink learn an identity by {@code insert … returning}: asking {@code lastval()} afterwards is a round trip more.
 *
 * <p>Numbers are not drawn in advance, because they tell the order in which messages came, on whatever node.
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
