java_package org.acme
