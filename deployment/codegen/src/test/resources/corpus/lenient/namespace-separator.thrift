namespace java a;
