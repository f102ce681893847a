# Makes lender.safetensors, in this folder: overfit --allow-write . run lender.sh
data csv loans.csv target=paid missing=mean positive=no
split train=75% validation=25%
scale minmax
network lender
add dense 4 tanh
add dense 1 sigmoid
train epochs=40 optimizer=adam rate=0.05 batch=8
save network lender.safetensors overwrite=yes
