namespace java
