# Read by CMake when llama-cpp-python is built (scripts/bootstrap.sh). Each OFF is a library that
# Python never loads; llama.cpp's common library alone is half of the compile time, and the
# package insists on it in a cache variable, which only a plain variable like this one overrules.
set(LLAMA_BUILD_COMMON OFF)
set(LLAVA_BUILD OFF)
