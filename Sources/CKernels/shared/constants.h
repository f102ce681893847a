// Numbers that the plain and the vector loops share.
#ifndef OVERFIT_CONSTANTS_H
#define OVERFIT_CONSTANTS_H

// Klambauer, Unterthiner, Mayr and Hochreiter, "Self-Normalizing Neural Networks", 2017: lambda,
// and lambda times alpha.
#define SELU_RIGHT 1.0507009873554805f
#define SELU_LEFT 1.7580993408473766f

// 1 / sqrt(2 pi)
#define NORMAL_PEAK 0.3989422804014327f

#endif
