/** Access to the files that lie beside a study's class. */
package cohortkit.examples.files;
