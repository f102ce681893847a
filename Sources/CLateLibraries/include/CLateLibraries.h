/* Functions of libraries that are opened when the first of them is called: to find and bind them at
   each start took a fifth of the time to the prompt, which needs none of them. They have the names
   and types that the libraries' headers declare, and so are called as ever. Where a library is not
   installed they return 0, which is a failure of each function that makes something. */
