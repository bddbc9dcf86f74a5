/** Database access shared by every package: migrations, the database's clock, key-value rows, events between nodes, EclipseLink customizers. */
package org.answerline.platform.database;
