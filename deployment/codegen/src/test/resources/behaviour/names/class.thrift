struct InAPackageNamedLikeAWord { 1: string name }
const i32 ONE = 1
