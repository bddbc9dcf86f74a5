/** What the owner of an installation needs: start and settings, upkeep and health. It decides nothing about conversations. */
package org.answerline.operations;
